using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.State;

public sealed class PostgresStateTests() : StateTests(StoreDialect.Postgres);
