namespace MCU.Integration.Storage.Migrations;

/// <summary>What the placeholders of the migration scripts stand for: one schema, two databases, no drift between them.</summary>
internal static class SchemaTypes
{
    public static IDictionary<string, string> Postgres { get; } = new Dictionary<string, string>
    {
        ["id"] = "uuid",
        ["long"] = "bigint",
        ["flag"] = "boolean",
        ["instant"] = "timestamptz",
        ["bytes"] = "bytea",
        ["serial"] = "bigint generated always as identity primary key",
        // Beginnings of a text are found whatever the locale; SQLite compares bytes anyhow.
        ["prefix"] = "text_pattern_ops",
        ["table"] = string.Empty,
        ["heap"] = string.Empty,
        ["postgres"] = string.Empty,
    };

    public static IDictionary<string, string> Sqlite { get; } = new Dictionary<string, string>
    {
        ["id"] = "text",
        ["long"] = "integer",
        ["flag"] = "integer",
        ["instant"] = "integer",
        ["bytes"] = "blob",
        ["serial"] = "integer primary key",
        ["prefix"] = string.Empty,

        // Small rows live in the index of their key; rows with bodies would thin it out.
        ["table"] = "strict, without rowid",
        ["heap"] = "strict",
        ["postgres"] = "--",
    };
}
