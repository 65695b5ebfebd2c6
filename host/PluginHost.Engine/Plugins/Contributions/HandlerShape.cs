using System.Reflection;
using System.Reflection.Metadata;

namespace PluginHost.Engine.Plugins.Contributions;

/// <summary>A handler's name, its parameters without host and token, and what it gives.</summary>
internal sealed record HandlerShape
{
    private const string Host = "PluginHost.Sdk.IHost";
    private const string Token = "System.Threading.CancellationToken";

    private static readonly HashSet<string> SimpleResults =
    [
        "System.String", "System.Int32", "System.Int64", "System.Decimal", "System.Boolean", "System.TimeSpan", "System.DateTimeOffset",
    ];

    private static readonly HashSet<string> Values =
    [
        "PluginHost.Sdk.Value", "PluginHost.Sdk.TextValue", "PluginHost.Sdk.NumberValue", "PluginHost.Sdk.FlagValue", "PluginHost.Sdk.InstantValue",
        "PluginHost.Sdk.ListValue", "PluginHost.Sdk.Record", "PluginHost.Sdk.Table", "PluginHost.Sdk.NothingValue",
    ];

    private static readonly HashSet<string> Views =
    [
        "PluginHost.Sdk.View", "PluginHost.Sdk.Tree", "PluginHost.Sdk.TableView", "PluginHost.Sdk.LogView", "PluginHost.Sdk.TextView",
        "PluginHost.Sdk.FormView", "PluginHost.Sdk.ChartView", "PluginHost.Sdk.EditorView", "PluginHost.Sdk.Table",
    ];

    public required string Name { get; init; }

    public required IReadOnlyList<HandlerParameter> Parameters { get; init; }

    /// <summary>What it returns.</summary>
    public required TypeName Returned { get; init; }

    /// <summary>What it gives once awaited; null for nothing.</summary>
    public TypeName? Result => Returned.Awaited;

    public static bool IsCommandResult(TypeName? result) => result is null || SimpleResults.Contains(result.FullName) || Values.Contains(result.FullName);

    public static bool IsView(TypeName? result) => result is not null && Views.Contains(result.FullName);

    public static HandlerShape Read(MetadataReader reader, MethodDefinition method)
    {
        var name = reader.GetString(method.Name);
        if ((method.Attributes & MethodAttributes.MemberAccessMask) != MethodAttributes.Public || (method.Attributes & MethodAttributes.Static) != 0)
            throw new Misshapen($"{name} must be a public method of the instance.");

        var signature = method.DecodeSignature(TypeNames.Instance, null);
        if (signature.GenericParameterCount > 0)
            throw new Misshapen($"{name} has type parameters, which nobody can give.");

        var declared = method.GetParameters().Select(reader.GetParameter).Where(parameter => parameter.SequenceNumber > 0)
            .ToDictionary(parameter => (int)parameter.SequenceNumber);
        var parameters = new List<HandlerParameter>();
        for (var i = 0; i < signature.ParameterTypes.Length; i++)
        {
            var type = signature.ParameterTypes[i];
            var isHost = type.FullName == Host;
            var isToken = type.FullName == Token;
            if ((isHost && i > 0) || (isToken && i < signature.ParameterTypes.Length - 1))
                throw new Misshapen($"{name} takes IHost first, then its parameters, then CancellationToken last; each may be left out.");

            if (!isHost && !isToken)
                parameters.Add(HandlerParameter.Read(reader, declared[i + 1], type));
        }

        return new HandlerShape { Name = name, Parameters = parameters, Returned = signature.ReturnType };
    }
}
