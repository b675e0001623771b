using System.ComponentModel.DataAnnotations;

namespace MCU.Integration.Pipeline.Retention;

/// <summary>How long what may be personal is kept (domain-facts §7). What is not over — waiting, held, dead, open cases, running instances — is never touched.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Hub:Retention";

    /// <summary>Days after which the bodies of finished messages are erased; their rows stay. <value>The default is 90.</value></summary>
    [Range(1, 36500)]
    public int BodyDays { get; set; } = 90;

    /// <summary>Days after which files of cases that are over are erased; their rows stay without name and address. <value>The default is 365.</value></summary>
    [Range(1, 36500)]
    public int AttachmentDays { get; set; } = 365;

    /// <summary>Days after which finished workflow instances are deleted with their journal. <value>The default is 90.</value></summary>
    [Range(1, 36500)]
    public int InstanceDays { get; set; } = 90;

    /// <summary>Days after which stored answers to idempotency keys are deleted. <value>The default is 7.</value></summary>
    [Range(1, 36500)]
    public int ReplyDays { get; set; } = 7;

    /// <summary>Days after which alerts whose cause is gone are deleted. <value>The default is 365.</value></summary>
    [Range(1, 36500)]
    public int AlertDays { get; set; } = 365;

    /// <summary>Rows a transaction. <value>The default is 500.</value></summary>
    [Range(1, 10_000)]
    public int Batch { get; set; } = 500;

    /// <summary>Most transactions a kind and run: what is left waits for the next run. <value>The default is 200.</value></summary>
    [Range(1, 100_000)]
    public int MaxBatches { get; set; } = 200;

    /// <summary>How often it runs, in minutes. <value>The default is 30.</value></summary>
    [Range(1, 59)]
    public int EveryMinutes { get; set; } = 30;
}
