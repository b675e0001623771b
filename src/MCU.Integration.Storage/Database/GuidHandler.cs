using System.Data;
using Dapper;
using Npgsql;

namespace MCU.Integration.Storage.Database;

/// <summary>Bare ids as Dapper arguments; Microsoft.Data.Sqlite alone would write them in upper case, and Dapper cannot read them back from text.</summary>
internal sealed class GuidHandler : SqlMapper.TypeHandler<Guid>
{
    public static void Set(IDbDataParameter parameter, Guid value)
    {
        if (parameter is NpgsqlParameter)
        {
            parameter.DbType = DbType.Guid;
            parameter.Value = value;
        }
        else
        {
            parameter.DbType = DbType.String;
            parameter.Value = value.ToString("D");
        }
    }

    public static Guid Read(object value) => value is Guid guid ? guid : Guid.ParseExact((string)value, "D");

    public override void SetValue(IDbDataParameter parameter, Guid value) => Set(parameter, value);

    public override Guid Parse(object value) => Read(value);
}
