using PluginHost.Engine.Tests.Fixtures;

namespace PluginHost.Tests.Faults;

/// <summary>Apart from the others, because it takes its time: a plugin has ten seconds.</summary>
public sealed class HangingPluginTests
{
    [Fact]
    public async Task Should_Give_Up_On_An_Activation_That_Hangs_And_Look_At_The_Rest()
    {
        // Given
        using var place = new ProgramPlace("plugins:\n  guest: { path: ../plugins/guest }\n  posting:\n");
        TestPlugin.Write(place.Plugins, "guest", """
            public sealed class Guest : Plugin
            {
                public override Task ActivateAsync(IHost host, CancellationToken cancel)
                {
                    while (true)
                    {
                    }
                }

                [Command("guest.say", "Say")]
                public string Say() => "never";
            }
            """);

        // When
        var end = await place.RunAsync("doctor", "--json");

        // Then
        end.ExitCode.ShouldBe(1);
        end.Errors.ShouldBe("");
        var details = end.Json.EnumerateArray().ToDictionary(row => row.GetProperty("what").GetString()!, row => row.GetProperty("detail").GetString()!);
        details["plugin guest"].ShouldBe("guest did not come back within 10 s, in activation");
        details["plugin posting"].ShouldBe("0.1.0");
        details["store"].ShouldStartWith("The store is sound");
    }
}
