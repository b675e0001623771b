namespace MCU.Integration.Pipeline.Nodes;

/// <summary>One node at a time holds a named duty (schedules, polls).</summary>
public interface ILeadership
{
    /// <summary>Takes or prolongs the duty. False while another node holds it.</summary>
    Task<bool> AcquireAsync(string duty, string owner, TimeSpan lease, DateTimeOffset now, CancellationToken cancellation);

    Task ResignAsync(string duty, string owner, CancellationToken cancellation);
}
