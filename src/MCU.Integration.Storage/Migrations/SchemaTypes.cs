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

        // Small rows live in the index of their key; rows with bodies would thin it out.
        ["table"] = "strict, without rowid",
        ["heap"] = "strict",
        ["postgres"] = "--",
    };
}
