using Microsoft.AspNetCore.Http;

namespace SdkGen.OAuth.Testing.Http;

/// <summary>A JSON object of any size: one member, filled up.</summary>
internal static class PaddedReply
{
    private const int ChunkSize = 16 * 1024;

    public static async Task WriteAsync(HttpContext context, int size)
    {
        context.Response.ContentType = "application/json";
        var start = "{\"padding\":\""u8.ToArray();
        var end = "\"}"u8.ToArray();
        var chunk = new byte[ChunkSize];
        chunk.AsSpan().Fill((byte)'x');
        await context.Response.Body.WriteAsync(start, context.RequestAborted).ConfigureAwait(false);
        for (var left = size - start.Length - end.Length; left > 0; left -= ChunkSize)
        {
            await context.Response.Body.WriteAsync(chunk.AsMemory(0, Math.Min(left, ChunkSize)), context.RequestAborted).ConfigureAwait(false);
        }

        await context.Response.Body.WriteAsync(end, context.RequestAborted).ConfigureAwait(false);
    }
}
