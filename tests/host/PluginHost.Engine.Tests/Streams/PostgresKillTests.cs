using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Streams;

public sealed class PostgresKillTests() : KillTests(StoreDialect.Postgres);
