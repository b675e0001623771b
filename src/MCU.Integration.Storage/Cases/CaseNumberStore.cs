using MCU.Integration.Pipeline.Cases;
using MCU.Integration.Storage.Database;

namespace MCU.Integration.Storage.Cases;

internal sealed class CaseNumberStore(HubDatabase database) : ICaseNumberStore
{
    public Task<int> ReserveAsync(int year, int count, CancellationToken cancellation) =>
        database.WriteAsync(
            async session =>
            {
                var last = await session.ScalarAsync<int>(
                    "insert into case_numbers (year, last) values (@year, @count) on conflict (year) do update set last = case_numbers.last + excluded.last returning last",
                    new { year, count },
                    cancellation);
                return last - count + 1;
            },
            cancellation);
}
