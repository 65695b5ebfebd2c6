using System.Reflection;
using System.Xml.Linq;

namespace PluginHost.Testing;

/// <summary>Looks at the documentation that the compiler has written beside an assembly. That every public member has a summary, the build sees to.</summary>
internal static class Documentation
{
    /// <summary>The members whose summary is empty or says no more than their name.</summary>
    public static IReadOnlyList<string> Wanting(Assembly assembly)
    {
        var file = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"));
        return
        [
            .. from member in file.Descendants("member")
               let name = member.Attribute("name")!.Value
               let summary = member.Element("summary")
               where summary is not null && summary.Value.Trim().Length < 4
               select name,
        ];
    }
}
