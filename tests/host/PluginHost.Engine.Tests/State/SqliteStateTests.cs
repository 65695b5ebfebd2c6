using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.State;

public sealed class SqliteStateTests() : StateTests(StoreDialect.Sqlite);
