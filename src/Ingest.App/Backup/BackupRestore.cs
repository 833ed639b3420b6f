using Ingest.App.Composition;
using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.App.Backup;

/// <summary>What restoring a backup came to.</summary>
/// <param name="KeptAs">Where the store that was there before is now; null where there was none, or it was the same.</param>
/// <param name="Verdicts">In the store and in the file of verdicts now.</param>
internal sealed record Restored(bool WasTheSame, string? KeptAs, int Documents, int Verdicts);

/// <summary>Puts the store of a backup in the place of the present one, when it has been read in full and found sound.</summary>
/// <param name="kind">Of the store, as the settings say.</param>
/// <param name="verdicts">Where they are written down outside of the store.</param>
internal sealed class BackupRestore(string kind, string file, VerdictJournal verdicts, TimeSpan busyWait)
{
    /// <param name="force">Also in the place of a store that holds something else; that is kept under another name.</param>
    /// <exception cref="BackupException">The backup is damaged, or there is something that it may not replace; nothing was changed.</exception>
    public Restored Run(BackupFile backup, bool force)
    {
        if (backup.Manifest.Store != kind)
            throw new BackupException(new Phrase(
                $"备份中是 {backup.Manifest.Store} 数据库，而设置的是 {kind}。请在 pipeline.json 中写 \"store\": \"{backup.Manifest.Store}\"。",
                $"The backup holds a store of {backup.Manifest.Store}, and the settings say {kind}. Write \"store\": \"{backup.Manifest.Store}\" in pipeline.json."));
        string made = file + ".restored";
        StoreFiles.Delete(made);
        try
        {
            byte[] lines = backup.Extract(made);
            int documents, said;
            bool same;
            using (IRestorableStore store = Stores.OpenAlone(kind, made, busyWait))
            {
                if (store.CheckIntegrity() is [var problem, ..])
                    throw new BackupException(new Phrase("备份中的数据库有问题，未恢复：", "The store in the backup is not sound, and was not restored: ") + problem.Text);
                same = HoldsTheSame(store, force);
                if (same)
                    return new Restored(true, null, store.Documents(DocumentQuery.All).Count(), store.Verdicts().Count());
                said = TakeVerdicts(store, lines, made);
                documents = store.Documents(DocumentQuery.All).Count();
            }

            return new Restored(false, StoreFiles.Exchange(kind, file, made, busyWait), documents, said);
        }
        finally
        {
            StoreFiles.Delete(made);
        }
    }

    /// <returns>True when there is nothing to do.</returns>
    /// <exception cref="BackupException">The present store holds something else, and is not to be replaced.</exception>
    private bool HoldsTheSame(IDocumentStore restored, bool force)
    {
        if (!File.Exists(file))
            return false;
        try
        {
            using IDocumentStore present = Stores.OpenAlone(Stores.NameOf(file) ?? kind, file, busyWait);
            if (present.Counts().Values.Sum() == 0 && !present.Documents(DocumentQuery.All).Any())
                return false;
            if (present.Journal().SequenceEqual(restored.Journal()) && present.Verdicts().SequenceEqual(restored.Verdicts())
                && present.Documents(DocumentQuery.All).SequenceEqual(restored.Documents(DocumentQuery.All)) && present.CheckIntegrity().Count == 0)
                return true;
        }
        catch (StoreException) when (force)
        {
            // It cannot be read, and is to be replaced for that.
        }
        catch (StoreException error)
        {
            throw new BackupException(new Phrase(
                $"{file} 无法读出，是否有备份所没有的内容无从得知；加上 --force 则另存该文件并恢复备份。（{error.Message}）",
                $"{file} cannot be read, so that nobody knows whether it holds what the backup does not. With --force it is kept under another name and the backup takes its place. ({error.Message})"));
        }

        return force ? false : throw new BackupException(new Phrase(
            $"{file} 已有内容，且与备份不同，未恢复。加上 --force 则另存该文件并恢复备份。",
            $"{file} holds something that is not in the backup; nothing was restored. With --force it is kept under another name and the backup takes its place."));
    }

    /// <summary>What reviewers said since the backup stays, in the file and in the store; what only the backup knows comes to both.</summary>
    private int TakeVerdicts(IRestorableStore store, byte[] lines, string beside)
    {
        string backedUp = beside + ".verdicts";
        try
        {
            File.WriteAllBytes(backedUp, lines);
            HashSet<StoredVerdict> written = [.. verdicts.Read(out _)];
            StoredVerdict[] unwritten = [.. new VerdictJournal(backedUp).Read(out _).Concat(store.Verdicts()).Where(written.Add)];
            if (unwritten.Length > 0)
                verdicts.Append(unwritten);
            HashSet<StoredVerdict> there = [.. store.Verdicts()];
            store.Restore([.. written.Where(said => !there.Contains(said)).OrderBy(said => said.Verdict.At)]);
            return written.Count;
        }
        finally
        {
            File.Delete(backedUp);
        }
    }
}
