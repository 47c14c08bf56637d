using Microsoft.Extensions.Configuration;

namespace SdkGen.OAuth.Providers.Tests.Framework;

/// <summary>Plays a record: whatever the interface sends has to be what the provider demands, and what comes back has to arrive.</summary>
internal sealed class Player(CatalogueProvider provider, OAuthDeclaration declaration, Imitation imitation)
{
    /// <summary>Plays all of it.</summary>
    /// <exception cref="ImitationException">Interface and record disagree.</exception>
    /// <exception cref="OAuthException">The client refuses what the provider says.</exception>
    public async Task PlayAsync()
    {
        CheckClients();
        await PlayStepsAsync(imitation.Steps.Length, refusal: null);
        for (var i = 0; i < imitation.Steps.Length; i++)
        {
            Refusal?[] refusals = [imitation.Steps[i].Refused, .. imitation.Steps[i].Refusals];
            foreach (var refusal in refusals.OfType<Refusal>())
            {
                await PlayStepsAsync(i + 1, refusal);
            }
        }

        foreach (var denial in imitation.Denials)
        {
            await DenyAsync(denial);
        }

        foreach (var step in imitation.Also)
        {
            await PlayAlsoAsync(step);
        }
    }

    /// <summary>A proof that the provider does not take is refused before it is used.</summary>
    private void CheckClients()
    {
        if (!imitation.Client.Keys)
        {
            Refuses(options => options.ClientKey = Keys.Client("RS256"), "a key");
        }

        if (!imitation.Client.Secrets)
        {
            Refuses(options => options.ClientSecret = Session.Secret, "a secret");
        }

        void Refuses(Action<OAuthClientOptions> change, string what)
        {
            try
            {
                Start(imitation.Metadata, [], null, change);
            }
            catch (OAuthException exception) when (exception.Failure == OAuthFailure.InvalidConfiguration)
            {
                return;
            }

            throw new ImitationException($"a client with {what} is not refused, though the provider takes none");
        }
    }

    private async Task PlayStepsAsync(int count, Refusal? refusal)
    {
        var play = Start(imitation.Metadata, [], null);
        for (var i = 0; i < count; i++)
        {
            await play.RunAsync(imitation.Steps[i], i == count - 1 ? refusal : null);
        }
    }

    private async Task DenyAsync(Denial denial)
    {
        var play = Start(imitation.Metadata, [], null);
        await play.RunAsync(imitation.Steps[0], null);
        play.Answer(denial.Callback);
        var exception = await Assert.ThrowsAsync<OAuthException>(() => play.RedeemAsync());
        Session.Require(
            exception.Failure == denial.Failure && (denial.Error is null || exception.Error == denial.Error)
                && (denial.Description is null || exception.ErrorDescription == denial.Description),
            $"the callback ends in {exception.Failure}, '{exception.Error}', '{exception.ErrorDescription}' in place of {denial.Failure}, '{denial.Error}', '{denial.Description}'");
    }

    private async Task PlayAlsoAsync(Step step)
    {
        if (step.Failure is not { } failure)
        {
            await RunAsync();
            return;
        }

        try
        {
            await RunAsync();
        }
        catch (OAuthException exception) when (exception.Failure == failure)
        {
            return;
        }

        throw new ImitationException($"{step.On} does not end in {failure}");

        async Task RunAsync()
        {
            var play = Start(step.Metadata ?? imitation.Metadata, step.Options, step.Key);
            if (step.On == OAuthMessage.Code)
            {
                await play.RunAsync(imitation.Steps[0], null);
                play.Answer(step.Callback ?? imitation.Steps[0].Callback!);
            }

            await play.RunAsync(step, null);
        }
    }

    private Play Start(ImitatedMetadata? metadata, Dictionary<string, string> options, string? key, Action<OAuthClientOptions>? change = null)
    {
        var session = new Session(imitation);
        var handler = new ImitatedProvider(session) { Metadata = metadata };
        var stated = provider.CreateOptions();
        var client = imitation.Client;
        var values = new Dictionary<string, string?>(client.Options!)
        {
            ["ClientId"] = client.Composed is null ? session.ClientId : null,
            ["ClientSecret"] = client.Key is null && client.Authentication != "none" ? Session.Secret : null,
        };
        foreach (var (name, value) in options)
        {
            values[name] = value.Length == 0 ? null : value;
        }

        stated.Bind(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        stated.ClientKey = (key ?? client.Key) is { } algorithm ? Keys.Client(algorithm) : null;
        stated.BackchannelHandler = handler;
        change?.Invoke(stated);
        return new(provider.CreateClient(new(declaration, stated, new() { OneTimeUse = new NeverUsed() })), session, handler);
    }

    private sealed class NeverUsed : IOneTimeUse
    {
        public ValueTask<bool> TryUseAsync(string key, DateTimeOffset expiresAt, CancellationToken cancellationToken = default) => new(true);
    }
}
