namespace SdkGen.OAuth.Protocol;

/// <summary>Runs the hooks of a message. Whatever one throws ends as an <see cref="OAuthException"/>, and no text of a stranger's exception gets out.</summary>
internal static class Hooks
{
    public static ValueTask PrepareAsync(
        ProviderContext provider, MessagePlan plan, string endpoint, MessageFields fields, CancellationToken cancellationToken) =>
        plan.Hooks.Count == 0 ? ValueTask.CompletedTask : RunPrepareAsync(provider, plan, endpoint, fields, cancellationToken);

    public static ValueTask VerifyAsync(ProviderContext provider, MessagePlan plan, AuthorizationResponse response, CancellationToken cancellationToken) =>
        plan.Hooks.Count == 0 ? ValueTask.CompletedTask : RunVerifyAsync(provider, plan, response, cancellationToken);

    private static ValueTask RunPrepareAsync(
        ProviderContext provider, MessagePlan plan, string endpoint, MessageFields fields, CancellationToken cancellationToken)
    {
        var shown = plan.HidesEndpoint ? new Uri(endpoint).GetLeftPart(UriPartial.Authority) : Redactor.WithoutQuery(endpoint);
        var context = new OAuthRequestContext(provider, plan.Message, shown, fields);
        return RunAsync<IOAuthRequestHook>(provider, plan, hook => hook.PrepareAsync(context, cancellationToken), cancellationToken);
    }

    private static ValueTask RunVerifyAsync(
        ProviderContext provider, MessagePlan plan, AuthorizationResponse response, CancellationToken cancellationToken)
    {
        var context = new AuthorizationResponseContext(provider, response);
        return RunAsync<IAuthorizationResponseHook>(provider, plan, hook => hook.VerifyAsync(context, cancellationToken), cancellationToken);
    }

    private static async ValueTask RunAsync<THook>(
        ProviderContext provider, MessagePlan plan, Func<THook, ValueTask> run, CancellationToken cancellationToken)
    {
        foreach (var hook in plan.Hooks)
        {
            if (hook is not THook fitting)
            {
                continue;
            }

            try
            {
                await run(fitting).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OAuthException && !cancellationToken.IsCancellationRequested)
            {
                // Its message may hold a value of the request, and the library does not know which.
                throw provider.Errors.Make(
                    OAuthFailure.HookFailed, $"{hook.GetType().Name}, a hook of the {plan.Message} message, threw a {exception.GetType().Name}");
            }
        }
    }
}
