using System.Data;
using Dapper;
using MCU.Integration.Domain.Ids;

namespace MCU.Integration.Storage.Database;

/// <summary>Typed ids as Dapper arguments: <c>uuid</c> on PostgreSQL, lower-case text on SQLite.</summary>
internal sealed class IdHandler<TId> : SqlMapper.TypeHandler<TId>
    where TId : struct, IEntityId<TId>
{
    public override void SetValue(IDbDataParameter parameter, TId value) => GuidHandler.Set(parameter, value.Value);

    public override TId Parse(object value) => TId.From(GuidHandler.Read(value));
}
