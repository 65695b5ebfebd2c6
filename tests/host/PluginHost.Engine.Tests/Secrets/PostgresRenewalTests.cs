using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Secrets;

public sealed class PostgresRenewalTests() : RenewalTests(StoreDialect.Postgres);
