namespace MCU.Integration.Workflows.Activities.Looping;

/// <summary>An activity that <see cref="Break"/> leaves.</summary>
public abstract class Loop : Activity;
