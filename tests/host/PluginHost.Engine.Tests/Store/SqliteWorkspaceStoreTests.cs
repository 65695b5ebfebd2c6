using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

public sealed class SqliteWorkspaceStoreTests() : WorkspaceStoreTests(StoreDialect.Sqlite);
