using PluginHost.Testing;

[assembly: AssemblyFixture(typeof(GuestPlugin))]
