using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

public sealed class PostgresWorkspaceStoreTests() : WorkspaceStoreTests(StoreDialect.Postgres);
