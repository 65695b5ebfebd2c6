using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

public sealed class PostgresHostTablesTests() : HostTablesTests(StoreDialect.Postgres);
