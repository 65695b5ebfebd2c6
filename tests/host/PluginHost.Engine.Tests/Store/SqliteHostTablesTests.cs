using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

public sealed class SqliteHostTablesTests() : HostTablesTests(StoreDialect.Sqlite);
