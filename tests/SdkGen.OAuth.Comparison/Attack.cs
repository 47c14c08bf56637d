namespace SdkGen.OAuth.Comparison;

/// <summary>A row of the table.</summary>
/// <param name="Name">What the provider or the attacker does.</param>
/// <param name="Safe">What a safe client makes of it.</param>
/// <param name="RunAsync">Does it to a library, and tells what that made of it.</param>
internal sealed record Attack(string Name, string Safe, Func<Run, Task<string>> RunAsync);
