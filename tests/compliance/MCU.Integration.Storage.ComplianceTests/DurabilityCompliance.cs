using System.Data.Common;
using MCU.Integration.Storage.ComplianceTests.Support;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace MCU.Integration.Storage.ComplianceTests;

/// <summary>What holds when things break: migrations, transactions, the commit gate.</summary>
public abstract class DurabilityCompliance(StorageUnderTest storage) : ComplianceTest(storage)
{
    [Fact]
    public async Task Migrate_Again_ChangesNothing()
    {
        var message = Some.Message(Pos);
        await Hub.Intake.AcceptAsync([Some.Acceptance(message)], None);

        await Hub.Get<IMigrator>().MigrateAsync(None);

        (await Hub.Messages.FindAsync(message.Id, None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Migrate_SchemaOfANewerHub_IsRefused()
    {
        await Hub.Get<HubDatabase>().WriteAsync(InsertNewerMigrationAsync, None);

        var refusal = await Should.ThrowAsync<SchemaTooNewException>(() => Hub.Get<IMigrator>().MigrateAsync(None));

        refusal.Unknown.ShouldBe(["9999_from_the_future.sql"]);
    }

    [Fact]
    public async Task Write_GateFails_KeepsNothingAndTheNextOneSucceeds()
    {
        await Hub.DisposeAsync();
        var gate = new BrokenGate();
        var node = Storage.StartNode(Time, services => services.AddSingleton<ICommitGate>(gate));
        gate.Broken = true;
        var message = Some.Message(Pos);

        await Should.ThrowAsync<InvalidOperationException>(() => node.Intake.AcceptAsync([Some.Acceptance(message)], None));

        gate.Broken = false;
        (await node.Messages.FindAsync(message.Id, None)).ShouldBeNull();
        (await node.Ledger.ReadAsync(None)).ShouldBeEmpty();
        (await node.Intake.AcceptAsync([Some.Acceptance(message)], None))[0].Kind.ShouldBe(Pipeline.Intake.AcceptanceKind.Stored);
        (await node.Ledger.CompareAsync(None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Write_EveryStore_PassesTheGate()
    {
        await Hub.DisposeAsync();
        var gate = new BrokenGate { Broken = true };
        var node = Storage.StartNode(Time, services => services.AddSingleton<ICommitGate>(gate));
        var changes = Some.Changes();
        changes.WorkItems.Add(Some.Item());
        Func<Task>[] writes =
        [
            () => node.Commits.CommitAsync([changes], None),
            () => node.Intake.SaveWatermarkAsync(new(Pos, "f", "1", Now), None),
            () => node.Work.FailAsync([], Now, None),
            () => node.Deliveries.FinishAsync([], None),
            () => node.Ledger.CompactAsync(None),
            () => node.Content.PublishAsync(0, [], [], "a", null, Now, None),
            () => node.Definitions.ApplyAsync(new("d", [], [], null), None),
            () => node.Numbers.ReserveAsync(2026, 1, None),
            () => node.Audit.WriteAsync(new(node.Ids.Next(), Now, "a", "b", null, null), None),
            () => node.Leadership.AcquireAsync("d", "o", TimeSpan.FromSeconds(1), Now, None),
            () => node.Replies.ReserveAsync("c", "k", "f", Now, TimeSpan.FromMinutes(2), None),
            () => node.Adapters.RecordHealthAsync(Pos, true, null, Now, None),
            () => node.Health.ProbeAsync(None),
        ];

        foreach (var write in writes)
        {
            await Should.ThrowAsync<InvalidOperationException>(write);
        }

        gate.Refused.ShouldBe(writes.Length);
    }

    [Fact]
    public async Task Probe_HealthyDatabase_TellsHowLongACommitTakes() =>
        (await Hub.Health.ProbeAsync(None)).ShouldBeGreaterThanOrEqualTo(TimeSpan.Zero);

    private static Task<int> InsertNewerMigrationAsync(HubSession session) =>
        session.Provider == StorageProvider.Postgres
            ? session.ExecuteAsync("insert into schema_versions (scriptname, applied) values ('9999_from_the_future.sql', now())", null, None)
            : session.ExecuteAsync("insert into schema_versions (ScriptName, Applied) values ('9999_from_the_future.sql', datetime('now'))", null, None);

    private sealed class BrokenGate : ICommitGate
    {
        public bool Broken { get; set; }

        public int Refused { get; private set; }

        public Task PassAsync(DbTransaction transaction, CancellationToken cancellation)
        {
            if (Broken)
            {
                Refused++;
                throw new InvalidOperationException("The gate is broken.");
            }

            return transaction.CommitAsync(cancellation);
        }
    }
}
