using PluginHost.Campaigns;

namespace PluginHost.Engine.Scripting;

public sealed class ScriptGlobalListTests : IDisposable
{
    private readonly ScriptBench _bench = new ScriptBench().WithPublish();

    public ScriptGlobalListTests() => _bench.World.Offer<IProfiles>("Profiles", _ => _bench.Publisher);

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Should_List_What_Scripts_See_And_Nothing_Else()
    {
        var names = _bench.Engine.Globals.Select(global => global.Name).ToList();

        names.ShouldContain("Publish");
        names.ShouldNotContain("Global");
        names.ShouldBe(names.Order(StringComparer.Ordinal));
        HiddenGlobals.OfSdk.Except(names).ShouldBe(["Global"]);
    }

    [Fact]
    public void Should_Describe_Every_Global_Every_Form_And_Every_Member()
    {
        foreach (var global in _bench.Engine.Globals)
        {
            global.Description.ShouldNotBeEmpty(global.Name);
            global.Forms.Concat(global.Members).ShouldAllBe(member => member.Description.Length > 0, global.Name);
        }
    }

    [Fact]
    public void Should_Write_What_A_Person_Writes_And_Leave_Out_What_The_Compiler_Fills_In()
    {
        var run = _bench.Engine.Globals.Single(global => global.Name == "Run");

        run.Forms.Select(form => form.Usage).ShouldBe(["Task<Value> Run(string command)", "Task<Value> Run(string command, object arguments)"]);
        run.Forms.SelectMany(form => form.Details).ShouldNotContain(line => line.Contains("Filled by the compiler", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_Describe_A_Global_Whose_Type_Is_Not_There()
    {
        _bench.World.Declared.Add(new ScriptGlobalDeclaration { Name = "Odd", Type = "Acme.Odd", Description = "Odd things.", Plugin = "acme.odd" });

        _bench.Engine.Globals.Single(global => global.Name == "Odd").ToString().ShouldBe("Odd, of the plugin acme.odd: Odd things.\n\n  Acme.Odd Odd");
    }
}
