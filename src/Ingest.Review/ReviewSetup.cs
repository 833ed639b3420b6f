using Ingest.Contract.Pictures;
using Ingest.Contract.Text;
using Ingest.Review.Ports;
using Ingest.Review.Safety;
using Ingest.Store;
using Microsoft.Extensions.Logging;

namespace Ingest.Review;

/// <summary>What the program lends to the page.</summary>
/// <param name="SignOffFile">Where signatures are written down.</param>
/// <param name="Language">Until a reader chooses another.</param>
public sealed record ReviewSetup(
    ReviewAccess Access, Language Language, TimeProvider Clock, Action<ILoggingBuilder> Logging, IDocumentStore Store, IStoreChanges Changes,
    IDisclosure Disclosure, IRuleBook Rules, IPagePictures Pictures, IOriginals Originals, IInbox Inbox, IReports Reports, IRelations Relations, ICorrections Corrections, string SignOffFile);
