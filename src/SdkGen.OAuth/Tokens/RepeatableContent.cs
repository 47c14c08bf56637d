namespace SdkGen.OAuth.Tokens;

/// <summary>Bodies that can be written a second time: one that is read from a stream is gone.</summary>
internal static class RepeatableContent
{
    private const int MaxBuffered = 1024 * 1024;

    public static bool Is(HttpContent? content) => content switch
    {
        null or ByteArrayContent or ReadOnlyMemoryContent or System.Net.Http.Json.JsonContent => true,
        MultipartContent parts => parts.All(Is),
        _ => false,
    };

    /// <summary>Makes a body repeatable by keeping it in memory, if it says that it is small.</summary>
    public static async ValueTask<bool> TryMakeAsync(HttpContent? content, CancellationToken cancellationToken)
    {
        if (Is(content))
        {
            return true;
        }

        if (content!.Headers.ContentLength is not <= MaxBuffered)
        {
            return false;
        }

        await content.LoadIntoBufferAsync(MaxBuffered, cancellationToken).ConfigureAwait(false);
        return true;
    }
}
