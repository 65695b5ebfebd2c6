using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

public sealed class SqliteTransactionTests() : TransactionTests(StoreDialect.Sqlite);
