using System.Reflection.Metadata;

namespace PluginHost.Engine.Plugins.Contributions;

/// <summary>A parameter of a handler that a caller gives.</summary>
internal sealed record HandlerParameter
{
    public required string Name { get; init; }

    public required TypeName Type { get; init; }

    public string Question { get; init; } = "";

    public string? Default { get; init; }

    public IReadOnlyList<string> Choices { get; init; } = [];

    public bool IsAnew { get; init; }

    public static HandlerParameter Read(MetadataReader reader, Parameter parameter, TypeName type)
    {
        var asks = DeclaredAttribute.Of(reader, parameter.GetCustomAttributes())
            .FirstOrDefault(attribute => attribute.Type == "PluginHost.Sdk.AsksAttribute");
        return new HandlerParameter
        {
            Name = reader.GetString(parameter.Name),
            Type = type,
            Question = asks?.Text(0) ?? "",
            Default = asks?.Named("Default"),
            Choices = asks?.NamedTexts("Choices") ?? [],
            IsAnew = asks?.NamedFlag("Anew") == true,
        };
    }

    public ParameterContribution ToContribution(string command) => new()
    {
        Name = Name,
        Question = Question,
        Default = Default,
        Choices = Choices,
        IsAnew = IsAnew,
        Kind = Type.FullName switch
        {
            "System.String" => ParameterKind.Text,
            "System.Int32" => ParameterKind.Integer,
            "System.Int64" => ParameterKind.LongInteger,
            "System.Decimal" => ParameterKind.Number,
            "System.Boolean" => ParameterKind.Flag,
            "System.TimeSpan" => ParameterKind.Duration,
            "System.DateTimeOffset" => ParameterKind.Instant,
            "System.String[]" => ParameterKind.TextList,
            "PluginHost.Sdk.DueTime" => ParameterKind.Time,
            _ => throw new Misshapen(
                $"The parameter {Name} of {command} is of type {Type}. A command takes string, int, long, decimal, bool, TimeSpan, DateTimeOffset, DueTime or string[]."),
        },
    };
}
