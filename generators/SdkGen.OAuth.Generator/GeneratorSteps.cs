namespace SdkGen.OAuth.Generator;

/// <summary>The names of the pipeline's steps, for the tests that watch which of them run.</summary>
internal static class GeneratorSteps
{
    /// <summary>Symbol to model. The compiler runs it after every edit.</summary>
    public const string ReadProvider = nameof(ReadProvider);

    /// <summary>The models that code is written for.</summary>
    public const string SelectProvider = nameof(SelectProvider);

    /// <summary>A kept metadata document to a model.</summary>
    public const string ReadDocument = nameof(ReadDocument);

    /// <summary>The models with what their kept documents say.</summary>
    public const string FindDocument = nameof(FindDocument);

    /// <summary>The file names that differ in case alone.</summary>
    public const string FindClashes = nameof(FindClashes);

    /// <summary>The models with what all of them have to know: what code is written from.</summary>
    public const string Combine = nameof(Combine);
}
