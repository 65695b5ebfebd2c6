using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

public sealed class SqliteMigrationTests() : MigrationTests(StoreDialect.Sqlite);
