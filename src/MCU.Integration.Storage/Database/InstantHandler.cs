using System.Data;
using Dapper;
using Npgsql;

namespace MCU.Integration.Storage.Database;

/// <summary>Instants as Dapper arguments: <c>timestamptz</c> on PostgreSQL, integer microseconds on SQLite.</summary>
internal sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
{
    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
    {
        if (parameter is NpgsqlParameter)
        {
            parameter.Value = value.UtcDateTime;
        }
        else
        {
            parameter.DbType = DbType.Int64;
            parameter.Value = Instants.ToMicroseconds(value);
        }
    }

    public override DateTimeOffset Parse(object value) =>
        value is long microseconds ? Instants.FromMicroseconds(microseconds) : new DateTimeOffset((DateTime)value);
}
