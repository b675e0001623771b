using MCU.Integration.Domain.Cases;
using MCU.Integration.Storage.Database;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MCU.Integration.Storage.ComplianceTests.Support;

/// <summary>A test of a store against one provider: its own database, its own clock.</summary>
public abstract class ComplianceTest(StorageUnderTest storage) : IAsyncLifetime
{
    protected const string Pos = "pos";
    protected const string Sed = "sed";

    protected static CancellationToken None => CancellationToken.None;

    protected StorageUnderTest Storage { get; } = storage;

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    protected StorageNode Hub { get; private set; } = null!;

    protected Some Some { get; private set; } = null!;

    protected DateTimeOffset Now => Time.GetUtcNow();

    public virtual async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Storage.Missing is not null, Storage.Missing ?? string.Empty);
        await Storage.CreateAsync();
        Hub = Storage.StartNode(Time, Configure);
        Some = new(Hub.Ids, Time);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Registrations of its own, over those of the stores.</summary>
    protected virtual void Configure(IServiceCollection services)
    {
        // None.
    }

    /// <summary>A second hub on the same database; skips where there can be none.</summary>
    protected StorageNode SecondHub()
    {
        Assert.SkipUnless(Storage.ManyNodes, "This database serves one hub at a time.");
        return Storage.StartNode(Time);
    }

    /// <summary>How the database would run a statement: which indexes it reads.</summary>
    private protected Task<string> PlanAsync(string sql, object? arguments) => Hub.Get<HubDatabase>().ReadAsync(
        async session =>
        {
            var sqlite = session.Provider == StorageProvider.Sqlite;
            var lines = await session.QueryAsync($"explain {(sqlite ? "query plan " : string.Empty)}{sql}", arguments, row => sqlite ? SqliteDetail(row) : row.Text(), None);
            return string.Join('\n', lines);
        },
        None);

    protected async Task CaseFiguresShouldAddUpAsync()
    {
        var counted = await Hub.Get<HubDatabase>().ReadAsync(
            session => session.QueryAsync("select status, count(*) from cases group by status", null, row => KeyValuePair.Create(row.Word<MainStatus>(), row.Int()), None), None);
        (await Hub.Cases.CountsAsync(Now, None)).ByStatus.ShouldBe(counted, ignoreOrder: true);
    }

    protected async Task LedgerShouldAddUpAsync()
    {
        (await Hub.Ledger.CompareAsync(None)).ShouldBeEmpty();
        await CaseFiguresShouldAddUpAsync();
    }

    private static string SqliteDetail(RowCursor row)
    {
        _ = (row.Int(), row.Int(), row.Int());
        return row.Text();
    }
}
