using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

public sealed class PostgresTransactionTests() : TransactionTests(StoreDialect.Postgres);
