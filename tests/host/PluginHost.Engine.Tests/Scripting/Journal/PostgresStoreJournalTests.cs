using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

public sealed class PostgresStoreJournalTests() : StoreJournalTests(StoreDialect.Postgres);
