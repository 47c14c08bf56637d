namespace SdkGen.Benchmarks.Reports;

/// <summary>A part of the page.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Text">Its paragraphs and tables.</param>
/// <param name="Aims">What was to be reached in it.</param>
internal sealed record Section(string Title, string Text, IReadOnlyList<Aim> Aims);
