using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Secrets;

public sealed class PostgresVaultTests() : VaultTests(StoreDialect.Postgres);
