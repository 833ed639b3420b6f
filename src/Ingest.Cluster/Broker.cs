using MassTransit;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Ingest.Cluster;

/// <summary>How many documents wait, and for how many workers.</summary>
internal sealed record QueueState(long Waiting, long Workers);

/// <summary>The queue at RabbitMQ: durable and replicated (a quorum queue), so that a broker that is restarted has lost nothing.</summary>
internal static class Broker
{
    /// <summary>Counts the deliveries that were not answered (RabbitMQ documentation, "Quorum Queues", poison message handling).</summary>
    public const string DeliveryCount = "x-delivery-count";

    private const string QueueType = "x-queue-type", Quorum = "quorum", DeliveryLimit = "x-delivery-limit";

    /// <summary>A backstop: who has died over a document is counted by <see cref="TriesNote"/>, and a queue's arguments cannot follow a setting.</summary>
    private const int DeliveriesAtMost = 1000;

    public static void Host(IRabbitMqBusFactoryConfigurator bus, ClusterOptions options) => bus.Host(Address(options), host =>
    {
        host.Username(options.User);
        host.Password(options.Password);
        if (options.Broker.Scheme == "amqps")
            host.UseSsl(tls =>
            {
                tls.ServerName = options.Broker.Host;
                tls.Certificate = BrokerTrust.Certificate(options);
                tls.UseCertificateAsAuthenticationIdentity = false;
                if (BrokerTrust.Validation(options) is { } validation)
                    tls.CertificateValidationCallback = validation;
            });
    });

    public static void Queue(IRabbitMqReceiveEndpointConfigurator queue, ClusterOptions options)
    {
        queue.SetQueueArgument(QueueType, Quorum);
        queue.SetQueueArgument(DeliveryLimit, DeliveriesAtMost);
        queue.ConfigureConsumeTopology = false;
        queue.PrefetchCount = options.AtOnce + options.Ahead;
        queue.ConcurrentMessageLimit = options.AtOnce;
        // What a worker cannot bring to its end goes back into the queue, not to a queue of errors that nobody looks at.
        queue.RethrowFaultedMessages();
    }

    /// <summary>Makes the queue where no worker has made it yet: what is sent to none would be lost.</summary>
    /// <exception cref="ClusterException">The broker cannot be reached, or does not let this user in.</exception>
    public static Task MakeQueueAsync(ClusterOptions options, CancellationToken cancellation) => AskAsync(options, async channel =>
    {
        var arguments = new Dictionary<string, object?> { [QueueType] = Quorum, [DeliveryLimit] = DeliveriesAtMost };
        await channel.ExchangeDeclareAsync(options.Queue, ExchangeType.Fanout, durable: true, autoDelete: false, cancellationToken: cancellation);
        await channel.QueueDeclareAsync(options.Queue, durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: cancellation);
        await channel.QueueBindAsync(options.Queue, options.Queue, "", cancellationToken: cancellation);
        return true;
    }, cancellation);

    /// <exception cref="ClusterException">The broker cannot be reached, or does not let this user in.</exception>
    public static Task<QueueState> StateAsync(ClusterOptions options, CancellationToken cancellation) => AskAsync(options, async channel =>
    {
        try
        {
            QueueDeclareOk queue = await channel.QueueDeclarePassiveAsync(options.Queue, cancellation);
            return new QueueState(queue.MessageCount, queue.ConsumerCount);
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return new QueueState(0, 0);
        }
    }, cancellation);

    private static async Task<T> AskAsync<T>(ClusterOptions options, Func<IChannel, Task<T>> question, CancellationToken cancellation)
    {
        var factory = new ConnectionFactory { Uri = options.Broker, UserName = options.User, Password = options.Password, ClientProvidedName = "ingest" };
        if (BrokerTrust.Certificate(options) is { } certificate)
            factory.Ssl.Certs = [certificate];
        factory.Ssl.CertificateValidationCallback = BrokerTrust.Validation(options);
        try
        {
            await using IConnection connection = await factory.CreateConnectionAsync(cancellation);
            await using IChannel channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
            return await question(channel);
        }
        catch (Exception error) when (error is BrokerUnreachableException or OperationInterruptedException or IOException)
        {
            throw new ClusterException($"The queue at {options.Broker.Host}:{options.Broker.Port} cannot be used ({(error.InnerException ?? error).Message}). Check that RabbitMQ runs there and lets this user in.", error);
        }
    }

    /// <summary>MassTransit's form of the address, which has no user in it.</summary>
    private static Uri Address(ClusterOptions options) => new UriBuilder(options.Broker) { Scheme = "rabbitmq", Port = options.Broker.Port > 0 ? options.Broker.Port : options.Broker.Scheme == "amqps" ? 5671 : 5672, UserName = "", Password = "" }.Uri;
}
