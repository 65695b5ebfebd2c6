using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

public sealed class PostgresOwnershipTests() : OwnershipTests(StoreDialect.Postgres);
