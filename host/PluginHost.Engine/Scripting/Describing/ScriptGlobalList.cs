using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// Lists what scripts see without asking, from the declarations themselves and the documentation beside them: there is no second list that could be wrong.
/// </summary>
internal static class ScriptGlobalList
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<DescribedGlobal> Of(IScriptWorld world)
    {
        var documentations = new Dictionary<Assembly, XmlDocumentation>();
        return
        [
            .. OfSdk(DocumentationOf).Concat(world.Globals.Select(global => Of(global, world.TypeOf(global), DocumentationOf)))
                .OrderBy(global => global.Name, StringComparer.Ordinal),
        ];

        XmlDocumentation DocumentationOf(Assembly assembly)
        {
            if (!documentations.TryGetValue(assembly, out var known))
                documentations[assembly] = known = XmlDocumentation.Of(assembly);

            return known;
        }
    }

    private static IEnumerable<DescribedGlobal> OfSdk(Func<Assembly, XmlDocumentation> documentationOf) =>
        from member in MembersOf(typeof(ScriptGlobals))
        group member by member.Name into forms
        let first = forms.First()
        let described = forms.Select(member => Describe(member, documentationOf)).ToList()
        select new DescribedGlobal
        {
            Name = forms.Key,
            Plugin = "",
            Description = described[0].Description,
            Forms = described,
            Members = first is PropertyInfo { PropertyType: var type } && type.Assembly == typeof(ScriptGlobals).Assembly
                ? [.. MembersOf(type).Select(member => Describe(member, documentationOf))]
                : [],
        };

    private static DescribedGlobal Of(ScriptGlobalDeclaration global, Type? type, Func<Assembly, XmlDocumentation> documentationOf) => new()
    {
        Name = global.Name,
        Plugin = global.Plugin,
        Description = global.Description,
        Forms =
        [
            new DescribedMember
            {
                Usage = $"{(type is null ? global.Type : CSharpText.Of(type))} {global.Name}",
                Description = type is null ? global.Description : documentationOf(type.Assembly).SummaryOf(type),
                Details = [],
            },
        ],
        Members = type is null ? [] : [.. MembersOf(type).Select(member => Describe(member, documentationOf))],
    };

    // What an object can do, and what records say of themselves (Equals, Deconstruct, …), nobody needs to be told.
    private static IEnumerable<MemberInfo> MembersOf(Type type) => type.GetMembers(Declared)
        .Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false })
        .Where(member => !member.IsDefined(typeof(EditorBrowsableAttribute)) && !member.IsDefined(typeof(CompilerGeneratedAttribute)))
        .Where(member => member is not MethodInfo method || method.GetBaseDefinition().DeclaringType == type);

    private static DescribedMember Describe(MemberInfo member, Func<Assembly, XmlDocumentation> documentationOf)
    {
        var documentation = documentationOf(member.Module.Assembly);
        return new DescribedMember
        {
            Usage = CSharpText.Of(member),
            Description = documentation.SummaryOf(member),
            Details = documentation.DetailsOf(member),
        };
    }
}
