using System.Net;
using Acme.Weather;
using PluginHost.Sdk;
using PluginHost.Sdk.Testing;

namespace Examples.Tests;

public sealed class WeatherTests
{
    [Fact]
    public async Task Should_Tell_A_Script_How_Warm_It_Is()
    {
        await using var host = await Example.StartAsync<WeatherPlugin>();
        host.Http.On("GET https://weather.example/degrees/Oslo", "3.5");

        var run = await host.RunScriptAsync("""Say($"{await Weather.Degrees("Oslo")} degrees in Oslo.");""");

        run.Said.ShouldBe(["3.5 degrees in Oslo."]);
    }

    [Fact]
    public async Task Should_Offer_The_Weather_To_Other_Plugins()
    {
        await using var host = await Example.StartAsync<WeatherPlugin>();
        host.Http.On("GET https://weather.example/degrees/", _ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("-2") });

        var weather = await host.ServiceAsync<IWeather>();

        (await weather.DegreesAsync("Tromsø", TestContext.Current.CancellationToken)).ShouldBe(-2);
        host.Http.Requests.ShouldHaveSingleItem().Address.ShouldStartWith("https://weather.example/degrees/Troms");
    }

    [Fact]
    public async Task Should_Say_In_Words_That_The_Server_Does_Not_Know()
    {
        await using var host = await Example.StartAsync<WeatherPlugin>();
        host.Http.On("GET", HttpStatusCode.NotFound);

        (await Should.ThrowAsync<PluginHostException>(host.DoAsync("acme.weather.look"))).Message.ShouldBe("The weather of Oslo is not known: the server answered 404 \"\".");
        host.Jobs.ShouldHaveSingleItem().State.ShouldBe("failed");
        host.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Look_At_All_Places_In_A_Job()
    {
        await using var host = await Example.StartAsync<WeatherPlugin>(new TestHostOptions { Settings = [("places", new ListValue(["Oslo", "Bergen"]))] });
        host.Http.On("GET https://weather.example/degrees/Oslo", "3");
        host.Http.On("GET https://weather.example/degrees/Bergen", "7");

        var seen = (Table)await host.DoAsync("acme.weather.look");

        seen.Rows.Select(row => $"{row}").ShouldBe(["place: Oslo, degrees: 3", "place: Bergen, degrees: 7"]);
        host.Jobs.ShouldHaveSingleItem().ShouldBe(new TestJob { Title = "Looking at the weather", State = "done", Done = 1 });
    }

    [Fact]
    public async Task Should_Warn_Of_Frost_Every_Hour_And_Begin_Anew_After_A_Failure()
    {
        // Given
        await using var host = await Example.StartAsync<WeatherPlugin>();
        host.Http.Fail("GET", "no route");
        await host.ServeAsync();
        host.Http.On("GET", "-4");

        // When: after a second it is begun anew, and looks every hour from then on.
        await host.AdvanceAsync(TimeSpan.FromHours(2) + TimeSpan.FromSeconds(1));

        // Then
        host.Output.Count(line => line.Text == "Frost in Oslo: nobody buys ice cream.").ShouldBe(3);
        host.Faults.ShouldHaveSingleItem().ShouldContain("HttpRequestException: no route");
    }
}
