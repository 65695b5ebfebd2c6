using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

public sealed class SqliteOwnershipTests() : OwnershipTests(StoreDialect.Sqlite);
