using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Secrets;

public sealed class SqliteRenewalTests() : RenewalTests(StoreDialect.Sqlite);
