namespace SdkGen.OAuth.Tests;

/// <summary>
/// Tests that listen to what the whole process emits: they run alone, for they would hear other tests, and those that count allocations would
/// pay for their listening.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ListeningCollection
{
    public const string Name = "Listening";
}
