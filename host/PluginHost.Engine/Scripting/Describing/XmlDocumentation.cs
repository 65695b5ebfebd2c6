using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace PluginHost.Engine.Scripting;

/// <summary>The documentation that the compiler has written beside an assembly. Where there is none, nothing is described.</summary>
internal sealed partial class XmlDocumentation
{
    private readonly Dictionary<string, XElement> _members = new(StringComparer.Ordinal);

    private XmlDocumentation()
    {
    }

    public static XmlDocumentation Of(Assembly assembly)
    {
        var read = new XmlDocumentation();
        var path = Path.ChangeExtension(assembly.Location, ".xml");
        if (!File.Exists(path))
            return read;

        try
        {
            foreach (var member in XDocument.Load(path).Descendants("member"))
                read._members.TryAdd(member.Attribute("name")?.Value ?? "", member);
        }
        catch (Exception error) when (error is XmlException or IOException or UnauthorizedAccessException)
        {
            // Somebody else's file, and help is no reason to fail.
        }

        return read;
    }

    public string SummaryOf(MemberInfo member) => Find(member)?.Element("summary") is { } summary ? TextOf(summary) : "";

    /// <summary>Remarks, parameters, result and exceptions: a line each.</summary>
    public IReadOnlyList<string> DetailsOf(MemberInfo member)
    {
        if (Find(member) is not { } found)
            return [];

        var lines = new List<string>();
        foreach (var element in found.Elements())
        {
            var text = TextOf(element);
            switch (element.Name.LocalName)
            {
                case "remarks":
                    lines.Add(text);
                    break;
                case "param" when text != "Filled by the compiler.":
                    lines.Add($"{element.Attribute("name")?.Value}: {text}");
                    break;
                case "returns":
                    lines.Add($"gives: {text}");
                    break;
                case "exception":
                    lines.Add($"throws {NameIn(element.Attribute("cref")?.Value)}: {text}");
                    break;
            }
        }

        return lines;
    }

    private XElement? Find(MemberInfo member) => _members.GetValueOrDefault(IdOf(member));

    private static string IdOf(MemberInfo member) => member switch
    {
        Type type => $"T:{NameOf(type)}",
        MethodInfo method => $"M:{NameOf(method.DeclaringType!)}.{method.Name}{Arity(method)}{ParametersOf(method)}",
        PropertyInfo property => $"P:{NameOf(property.DeclaringType!)}.{property.Name}{(property.GetIndexParameters() is { Length: > 0 } index ? $"({string.Join(',', index.Select(one => IdOfType(one.ParameterType)))})" : "")}",
        _ => "",
    };

    private static string Arity(MethodInfo method) => method.IsGenericMethodDefinition ? $"``{method.GetGenericArguments().Length}" : "";

    private static string ParametersOf(MethodInfo method) =>
        method.GetParameters() is { Length: > 0 } parameters ? $"({string.Join(',', parameters.Select(parameter => IdOfType(parameter.ParameterType)))})" : "";

    // As the C# specification writes them in documentation (annex D.4.2).
    private static string IdOfType(Type type)
    {
        if (type.IsByRef)
            return IdOfType(type.GetElementType()!) + "@";

        if (type.IsArray)
            return IdOfType(type.GetElementType()!) + "[]";

        if (type.IsGenericParameter)
            return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition;

        if (!type.IsGenericType)
            return NameOf(type);

        var name = NameOf(type.GetGenericTypeDefinition());
        return $"{name[..name.IndexOf('`', StringComparison.Ordinal)]}{{{string.Join(',', type.GetGenericArguments().Select(IdOfType))}}}";
    }

    private static string NameOf(Type type) => (type.FullName ?? type.Name).Replace('+', '.');

    private static string TextOf(XElement element)
    {
        var copy = new XElement(element);
        foreach (var mark in copy.Descendants().ToList())
        {
            if (mark.Parent is null || mark.HasElements)
                continue;

            var text = mark.Name.LocalName switch
            {
                "see" => mark.Attribute("langword")?.Value ?? NameIn(mark.Attribute("cref")?.Value),
                "paramref" or "typeparamref" => mark.Attribute("name")?.Value ?? "",
                _ => mark.Value,
            };
            mark.ReplaceWith(new XText(text));
        }

        return Blanks().Replace(copy.Value, " ").Trim();
    }

    private static string NameIn(string? reference)
    {
        var name = reference?.Split('(')[0] ?? "";
        return name[(name.LastIndexOfAny(['.', ':']) + 1)..];
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
