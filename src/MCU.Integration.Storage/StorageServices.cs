using MCU.Integration.Domain.Ids;
using MCU.Integration.Pipeline.Access;
using MCU.Integration.Pipeline.Adapters;
using MCU.Integration.Pipeline.Alerts;
using MCU.Integration.Pipeline.Attachments;
using MCU.Integration.Pipeline.Audit;
using MCU.Integration.Pipeline.Cases;
using MCU.Integration.Pipeline.Changes;
using MCU.Integration.Pipeline.Commits;
using MCU.Integration.Pipeline.Content;
using MCU.Integration.Pipeline.Definitions;
using MCU.Integration.Pipeline.Deliveries;
using MCU.Integration.Pipeline.Indicators;
using MCU.Integration.Pipeline.Instances;
using MCU.Integration.Pipeline.Intake;
using MCU.Integration.Pipeline.Ledger;
using MCU.Integration.Pipeline.Messages;
using MCU.Integration.Pipeline.Nodes;
using MCU.Integration.Pipeline.Replies;
using MCU.Integration.Pipeline.Retention;
using MCU.Integration.Pipeline.Sealing;
using MCU.Integration.Pipeline.Work;
using MCU.Integration.Storage.Access;
using MCU.Integration.Storage.Adapters;
using MCU.Integration.Storage.Alerts;
using MCU.Integration.Storage.Attachments;
using MCU.Integration.Storage.Audit;
using MCU.Integration.Storage.Cases;
using MCU.Integration.Storage.Changes;
using MCU.Integration.Storage.Commits;
using MCU.Integration.Storage.Content;
using MCU.Integration.Storage.Database;
using MCU.Integration.Storage.Definitions;
using MCU.Integration.Storage.Deliveries;
using MCU.Integration.Storage.Health;
using MCU.Integration.Storage.Indicators;
using MCU.Integration.Storage.Instances;
using MCU.Integration.Storage.Ledger;
using MCU.Integration.Storage.Messages;
using MCU.Integration.Storage.Migrations;
using MCU.Integration.Storage.Nodes;
using MCU.Integration.Storage.Postgres;
using MCU.Integration.Storage.Replies;
using MCU.Integration.Storage.Retention;
using MCU.Integration.Storage.Sealing;
using MCU.Integration.Storage.Sqlite;
using MCU.Integration.Storage.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace MCU.Integration.Storage;

/// <summary>Registers the stores of every room on one database.</summary>
public static class StorageServices
{
    /// <summary>
    /// Adds all stores. Expects <see cref="ISealer"/> from elsewhere; <see cref="IMigrator.MigrateAsync"/> has to run before the first use.
    /// </summary>
    /// <exception cref="ArgumentException">PostgreSQL without a connection string.</exception>
    public static IServiceCollection AddHubStorage(this IServiceCollection services, StorageOptions options)
    {
        TypeHandlers.Ensure();
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<UuidV7Source>();
        services.TryAddSingleton<ICommitGate, CommitGate>();
        if (options.Provider == StorageProvider.Postgres)
        {
            services.AddPostgres(options);
        }
        else
        {
            services.AddSqlite();
        }

        return services.AddStores(options);
    }

    private static void AddSqlite(this IServiceCollection services)
    {
        services.AddSingleton<SqliteFile>();
        services.AddSingleton<HubDatabase, SqliteHubDatabase>();
        services.AddSingleton<IMigrator, SqliteMigrator>();
        services.AddSingleton<IWakeUp, LocalWakeUp>();
    }

    private static void AddPostgres(this IServiceCollection services, StorageOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(options.ConnectionString);
        services.AddSingleton(_ => new PostgresPools(options.ConnectionString));
        services.AddSingleton<HubDatabase>(provider => new PostgresHubDatabase(
            provider.GetRequiredService<PostgresPools>(), provider.GetRequiredService<ICommitGate>(), options.MaxTransactionRetries));
        services.AddSingleton<IMigrator, PostgresMigrator>();
        services.AddSingleton<PostgresWakeUp>();
        services.AddSingleton<IWakeUp>(provider => provider.GetRequiredService<PostgresWakeUp>());
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<PostgresWakeUp>());
    }

    private static IServiceCollection AddStores(this IServiceCollection services, StorageOptions options)
    {
        services.AddSingleton<BookmarkHashes>();
        services.AddSingleton<IIntakeStore, IntakeStore>();
        services.AddSingleton<IMessageStore, MessageStore>();
        services.AddSingleton<IWorkQueue, WorkQueue>();
        services.AddSingleton<IDeadWork, DeadWork>();
        services.AddSingleton<ICommitStore, CommitStore>();
        services.AddSingleton<IInstanceStore, InstanceStore>();
        services.AddSingleton<IDefinitionStore, DefinitionStore>();
        services.AddSingleton<ICaseStore, CaseStore>();
        services.AddSingleton<ICaseNumberStore, CaseNumberStore>();
        services.AddSingleton<IAttachmentStore, AttachmentStore>();
        services.AddSingleton<IDeliveryStore, DeliveryStore>();
        services.AddSingleton<ILedger, LedgerStore>();
        services.AddSingleton<IContentStore, ContentStore>();
        services.AddSingleton<IAdapterConnectionStore, AdapterConnectionStore>();
        services.AddSingleton<IAccessStore, AccessStore>();
        services.AddSingleton<IAuditLog, AuditLog>();
        services.AddSingleton<IAlertStore, AlertStore>();
        services.AddSingleton<IRetentionStore, RetentionStore>();
        services.AddSingleton<ILeadership, Leadership>();
        services.AddSingleton<IChangeFeed, ChangeFeed>();
        services.AddSingleton<IIndicatorStore, IndicatorStore>();
        services.AddSingleton<IReplyStore, ReplyStore>();
        services.AddSingleton<IDataKeyStore, DataKeyStore>();
        services.AddSingleton(provider => new ProtectionKeyStore(provider.GetRequiredService<HubDatabase>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IStorageHealth, StorageHealth>();
        if (options.Blobs == BlobPlace.Table)
        {
            services.AddSingleton<IBlobStore, TableBlobStore>();
        }
        else
        {
            services.AddSingleton<IBlobStore, FolderBlobStore>();
        }

        return services;
    }
}
