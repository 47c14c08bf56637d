using Microsoft.AspNetCore.Http;

namespace SdkGen.OAuth.AspNetCore.Login;

/// <summary>Reads a callback as it arrived: from the query, or from the body of a form post (OAuth 2.0 Form Post Response Mode).</summary>
internal static class CallbackReader
{
    /// <summary>Longer than any callback of a provider.</summary>
    private const int MaxBytes = 64 * 1024;

    /// <summary>Whether the callback is a form that a page of the provider posts, signed or not.</summary>
    public static bool IsPosted(ResponseMode mode) => mode is ResponseMode.FormPost or ResponseMode.FormPostJwt;

    /// <returns>The response; <see langword="null"/> if the request is none that a browser makes for a callback.</returns>
    public static async ValueTask<AuthorizationResponse?> ReadAsync(HttpRequest request, ResponseMode mode, CancellationToken cancellationToken)
    {
        if (HttpMethods.IsGet(request.Method))
        {
            return AuthorizationResponse.ParseQuery(request.QueryString.Value ?? "");
        }

        return IsPosted(mode) ? await ReadFormAsync(request, cancellationToken).ConfigureAwait(false) : null;
    }

    /// <returns>The fields of a posted form; <see langword="null"/> if none was posted.</returns>
    public static async ValueTask<AuthorizationResponse?> ReadFormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsPost(request.Method) || !IsForm(request.ContentType))
        {
            return null;
        }

        var body = await ReadBodyAsync(request.Body, cancellationToken).ConfigureAwait(false);
        return body is null ? null : AuthorizationResponse.ParseQuery(body);
    }

    private static bool IsForm(string? contentType) =>
        contentType?.Split(';')[0].Trim().Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;

    private static async ValueTask<string?> ReadBodyAsync(Stream body, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[4096];
        for (int read; (read = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            if (bytes.Length + read > MaxBytes)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return System.Text.Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
