using Refit;
using SdkGen.OAuth;

namespace SampleWorker;

/// <summary>Calls the API once a minute.</summary>
public sealed partial class ApiWorker(IApi api, ILogger<ApiWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var everyMinute = new PeriodicTimer(TimeSpan.FromMinutes(1));
        do
        {
            try
            {
                var answer = await api.GetAsync(stoppingToken);
                Answered(answer.Length);
            }
            catch (ApiRequestException exception) when (exception.InnerException is OAuthException { IsTransient: true } cause)
            {
                // No token could be had just now, so nothing was sent. The next round tries again.
                NoToken(cause.Failure);
            }
            catch (ApiException exception)
            {
                Refused((int)exception.StatusCode);
            }
        }
        while (await everyMinute.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The API answered with {Length} characters.")]
    private partial void Answered(int length);

    [LoggerMessage(Level = LogLevel.Warning, Message = "There is no token for the API: {Failure}.")]
    private partial void NoToken(OAuthFailure failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The API answered with status {Status}.")]
    private partial void Refused(int status);
}
