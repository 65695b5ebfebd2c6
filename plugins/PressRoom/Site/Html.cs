using System.Text;

namespace PluginHost.PressRoom.Site;

/// <summary>Puts HTML together. Whatever is not written here or by <see cref="Markup"/> goes through <see cref="Text"/>, and so is text on the page too.</summary>
internal sealed class Html
{
    private readonly StringBuilder _page = new();

    /// <summary>Adds what is HTML.</summary>
    public Html Raw(string html)
    {
        _page.Append(html);
        return this;
    }

    /// <summary>Adds what is text, also as the value of an attribute in quotation marks.</summary>
    public Html Text(string text)
    {
        foreach (var letter in text)
        {
            switch (letter)
            {
                case '&': _page.Append("&amp;"); break;
                case '<': _page.Append("&lt;"); break;
                case '>': _page.Append("&gt;"); break;
                case '"': _page.Append("&quot;"); break;
                case '\'': _page.Append("&#39;"); break;
                default: _page.Append(letter); break;
            }
        }

        return this;
    }

    public override string ToString() => _page.ToString();
}
