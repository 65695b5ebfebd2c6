using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

public sealed class PostgresMigrationTests() : MigrationTests(StoreDialect.Postgres);
