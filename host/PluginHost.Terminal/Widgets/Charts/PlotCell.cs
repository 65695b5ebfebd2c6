namespace PluginHost.Terminal;

/// <summary>A cell of a plot.</summary>
internal struct PlotCell
{
    /// <summary>The dots that are set, as Braille counts them; where there is no Braille, 1 where something is drawn.</summary>
    public byte Dots;

    /// <summary>The series that was drawn there last.</summary>
    public byte Series;
}
